package convas.catalog.primitive;

/** The palette's groups of primitives. */
enum Category {
    INPUT_OUTPUT("input-output"),
    CONVOLUTION("convolution"),
    LINEAR("linear"),
    NORMALISATION("normalisation"),
    ACTIVATION("activation"),
    POOLING("pooling"),
    ARITHMETIC("arithmetic"),
    SHAPE("shape"),
    COORDINATES("coordinates"),
    REGULARISATION("regularisation");

    private final String key;

    Category(String key) {
        this.key = key;
    }

    /** The key of its colour and icon. */
    String key() {
        return key;
    }
}
