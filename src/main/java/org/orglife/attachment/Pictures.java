package org.orglife.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/**
 * Draws pictures anew. How large one is stands in its first bytes and is read before anything is unpacked: a small file
 * may hold a picture that fills the memory. Two are drawn at a time.
 */
@Component
class Pictures {

    /** Pixels of the largest picture that is taken. */
    private static final long MOST_PIXELS = 40_000_000;

    /** Pixels of the largest picture that is kept; larger ones are made smaller. */
    private static final long KEPT_PIXELS = 12_000_000;

    private static final float QUALITY = 0.85f;

    private final Semaphore drawing = new Semaphore(2);

    /** The picture alone, upright, with nothing that was said about it. */
    byte[] drawnAnew(FileKind kind, byte[] contents) {
        PictureHeader header =
                PictureHeader.read(kind, contents).orElseThrow(() -> new RuleViolationException("attachment.picture"));
        if (header.pixels() > MOST_PIXELS) {
            throw new RuleViolationException("attachment.pixels");
        }
        drawing.acquireUninterruptibly();
        try {
            BufferedImage picture = upright(decode(kind, contents, header), header.orientation());
            return encode(kind, picture);
        } catch (IOException | RuntimeException unreadable) {
            throw new RuleViolationException("attachment.picture");
        } finally {
            drawing.release();
        }
    }

    private static BufferedImage decode(FileKind kind, byte[] contents, PictureHeader header) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format(kind));
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(contents))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) != header.pixels()) {
                throw new IOException("two sizes");
            }
            ImageReadParam smaller = reader.getDefaultReadParam();
            int every = (int) Math.ceil(Math.sqrt((double) header.pixels() / KEPT_PIXELS));
            if (every > 1) {
                smaller.setSourceSubsampling(every, every, 0, 0);
            }
            return reader.read(0, smaller);
        } finally {
            reader.dispose();
        }
    }

    /** Phones write down how they were held instead of turning the picture. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return picture;
        }
        boolean onItsSide = orientation >= 5;
        BufferedImage turned =
                new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
        draw(turned, picture, turn);
        return turned;
    }

    private static void draw(BufferedImage onto, BufferedImage picture, AffineTransform turn) {
        Graphics2D graphics = onto.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, onto.getWidth(), onto.getHeight());
        graphics.drawRenderedImage(picture, turn);
        graphics.dispose();
    }

    private static byte[] encode(FileKind kind, BufferedImage picture) throws IOException {
        BufferedImage plain = picture;
        if (kind == FileKind.JPEG && picture.getType() != BufferedImage.TYPE_INT_RGB) {
            plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            draw(plain, picture, new AffineTransform());
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format(kind)).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(plain, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String format(FileKind kind) {
        return kind == FileKind.JPEG ? "jpeg" : "png";
    }
}
