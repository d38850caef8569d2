package convas.training.djl;

/** What is wanted of a run that goes on; asked after every batch. */
enum Wish {
    GO_ON,
    /** Stop after this batch, validate, keep everything. */
    STOP,
    /** Nobody listens any more: keep everything and end. */
    LEAVE
}
