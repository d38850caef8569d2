package convas.editor.compare;

/** How a node differs. Each has a sign besides its colour, for those who do not tell the colours apart. */
public enum Kind {
    /** Only the second design has it. */
    ADDED("+"),
    /** Only the first design has it. */
    REMOVED("\u2212"),
    /** Something that was written for it differs, or something inside it. */
    CHANGED("\u2260"),
    /** It is written the same but reads other wires. */
    REWIRED("\u2192"),
    /** It is written the same, but its shapes or costs follow from what differs elsewhere. */
    FOLLOWS("\u0394");

    private final String sign;

    Kind(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
