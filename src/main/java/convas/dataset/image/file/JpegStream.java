package convas.dataset.image.file;

import javax.imageio.stream.ImageInputStreamImpl;

/** A head of one's own and the rest of a file, which notes whether more was asked for than there is. */
final class JpegStream extends ImageInputStreamImpl {
    private final byte[] head;
    private final byte[] file;
    private final int scan;
    private boolean exhausted;

    /** @param scan where the rest begins in the file */
    JpegStream(byte[] head, byte[] file, int scan) {
        this.head = head;
        this.file = file;
        this.scan = scan;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) {
        bitOffset = 0;
        long rest = streamPos - head.length;
        int count;
        if (rest < 0) {
            count = Math.min(length, (int) -rest);
            System.arraycopy(head, (int) streamPos, into, at, count);
        } else {
            count = (int) Math.min(length, file.length - scan - rest);
            if (count <= 0) {
                exhausted |= length > 0;
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(file, scan + (int) rest, into, at, count);
        }
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return (long) head.length + file.length - scan;
    }

    /** Whether more was asked for than there is. */
    boolean isExhausted() {
        return exhausted;
    }
}
