package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file, perhaps with a head of one's own, which notes whether more was asked for than there is. Some readers take the
 * end for zeros and go on for as many pixels as a damaged head promises, so who asks too often is told otherwise.
 */
final class FileStream extends ImageInputStreamImpl {
    private static final int PATIENCE = 1000;

    private final byte[] head;
    private final byte[] file;
    private final int scan;
    private int asked;

    /** @param scan where the rest begins in the file */
    FileStream(byte[] head, byte[] file, int scan) {
        this.head = head;
        this.file = file;
        this.scan = scan;
    }

    FileStream(byte[] file) {
        this(new byte[0], file, 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        bitOffset = 0;
        long rest = streamPos - head.length;
        int count;
        if (rest < 0) {
            count = Math.min(length, (int) -rest);
            System.arraycopy(head, (int) streamPos, into, at, count);
        } else {
            count = (int) Math.min(length, file.length - scan - rest);
            if (count <= 0) {
                if (length > 0 && ++asked > PATIENCE) {
                    throw BrokenImageException.cut();
                }
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
        return asked > 0;
    }
}
