package org.talks.catalogue.linkeddata;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The picture that a link to a page shows elsewhere: title, people, place, in the colours of the pages.
///
/// @param title cut after four lines
/// @param people quiet line below it; may be empty
/// @param place last line; may be empty
public record PreviewImage(String title, String people, String place) {

    /// What https://ogp.me and its readers agree on, in pixels.
    public static final int WIDTH = 1200;

    public static final int HEIGHT = 630;

    private static final int MARGIN = 80;
    private static final int TITLE_LINES = 4;
    private static final int PEOPLE_LINES = 2;

    /// More than fits on the lines; a title of a megabyte must not be measured.
    private static final int TEXT_MAX = 300;

    private static final Color PAPER = new Color(0xfb_fa_f7);
    private static final Color INK = new Color(0x1c_1b_19);
    private static final Color QUIET = new Color(0x66_62_5a);
    private static final Color ACCENT = new Color(0x0b_5d_4e);

    private static final class Availability {

        static final boolean AVAILABLE = tried();

        private static boolean tried() {
            try {
                new PreviewImage("a", "", "").png();
                return true;
            } catch (LinkageError | InternalError | RuntimeException e) {
                // A runtime without fonts or without the libraries of java.desktop.
                return false;
            }
        }
    }

    /// Whether this machine can draw text at all.
    public static boolean available() {
        return Availability.AVAILABLE;
    }

    /// Takes some ten milliseconds and 3 MB.
    public byte[] png() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        try {
            draw(canvas);
        } finally {
            canvas.dispose();
        }
        return encoded(image);
    }

    private void draw(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(PAPER);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(ACCENT);
        canvas.fillRect(0, 0, 12, HEIGHT);
        var y = lines(canvas, title, new Font(Font.SERIF, Font.PLAIN, 64), INK, MARGIN, TITLE_LINES);
        lines(canvas, people, new Font(Font.SANS_SERIF, Font.PLAIN, 34), QUIET, y + 20f, PEOPLE_LINES);
        lines(canvas, place, new Font(Font.SANS_SERIF, Font.PLAIN, 30), ACCENT, HEIGHT - MARGIN - 36f, 1);
    }

    /// @return where the next line would begin
    private static float lines(Graphics2D canvas, String text, Font font, Color colour, float top, int most) {
        var shown = text.strip();
        if (shown.isEmpty()) {
            return top;
        }
        var cut = shown.length() > TEXT_MAX ? shown.substring(0, TEXT_MAX) : shown;
        var attributed = new AttributedString(cut);
        attributed.addAttribute(TextAttribute.FONT, font);
        var measurer = new LineBreakMeasurer(attributed.getIterator(), canvas.getFontRenderContext());
        canvas.setColor(colour);
        var y = top;
        for (var line = 0; line < most && measurer.getPosition() < cut.length(); line++) {
            var layout = measurer.nextLayout(WIDTH - 2f * MARGIN);
            y += layout.getAscent();
            // Right-to-left text stands at the right.
            var x = layout.isLeftToRight() ? MARGIN : WIDTH - MARGIN - layout.getAdvance();
            layout.draw(canvas, x, y);
            y += layout.getDescent() + layout.getLeading() + 6;
        }
        return y;
    }

    private static byte[] encoded(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
