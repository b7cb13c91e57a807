package org.wenheng.ingest.format;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Walks through the tags and texts of a web page, in one pass from the first character to the last. No tree is built: repairing
 * a tree takes time and memory that grow with the square of a page made for it.
 */
final class HtmlTags {
    private static final Set<String> NOT_SHOWN = Set.of("script", "style", "title", "xml");

    private final String text;
    private int at;

    private HtmlTags(String text) {
        this.text = text;
    }

    /** Is told what comes; names of tags are in small letters. */
    interface Listener {
        void text(String text);

        void start(String tag, Attributes attributes);

        void end(String tag);
    }

    /** The attributes of a start tag. */
    interface Attributes {
        /** The value; empty if the tag has no such attribute. */
        String value(String name);
    }

    static void walk(String text, Listener listener) {
        new HtmlTags(text).walk(listener);
    }

    private void walk(Listener listener) {
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            int end = open < 0 ? text.length() : open;
            if (end > at) {
                listener.text(Parser.unescapeEntities(text.substring(at, end), false));
            }
            at = end;
            if (open >= 0) {
                tag(listener);
            }
        }
    }

    private void tag(Listener listener) {
        if (text.startsWith("<!--", at)) {
            goBehind("-->", at + 4);
        } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
            goBehind(">", at + 2);
        } else if (isLetter(at + 1)) {
            String name = name(at + 1);
            int begin = at + 1 + name.length();
            at = endOfTag(begin);
            String inside = text.substring(begin, Math.max(begin, Math.min(text.length(), at - 1)));
            listener.start(name, attribute -> attribute(inside, attribute));
            if (NOT_SHOWN.contains(name) && !inside.endsWith("/")) {
                skipTo("</" + name);
            }
        } else if (text.startsWith("</", at) && isLetter(at + 2)) {
            String name = name(at + 2);
            at = endOfTag(at + 2 + name.length());
            listener.end(name);
        } else {
            listener.text("<");
            at++;
        }
    }

    private void goBehind(String mark, int from) {
        int place = text.indexOf(mark, from);
        at = place < 0 ? text.length() : place + mark.length();
    }

    private void skipTo(String mark) {
        int place = text.indexOf('<', at);
        while (place >= 0 && !text.regionMatches(true, place, mark, 0, mark.length())) {
            place = text.indexOf('<', place + 1);
        }
        at = place < 0 ? text.length() : place;
    }

    private boolean isLetter(int place) {
        return place < text.length()
                && Character.toLowerCase(text.charAt(place)) >= 'a'
                && Character.toLowerCase(text.charAt(place)) <= 'z';
    }

    private String name(int from) {
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && "/>".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** The place behind the bracket that ends a tag; brackets in quotes end none. */
    private int endOfTag(int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char one = text.charAt(i);
            if (quote != 0) {
                quote = one == quote ? 0 : quote;
            } else if (one == '>') {
                return i + 1;
            } else if ((one == '"' || one == '\'') && text.charAt(i - 1) == '=') {
                quote = one;
            }
        }
        return text.length();
    }

    /** The value of an attribute between a tag's name and its end. */
    private static String attribute(String inside, String name) {
        for (int at = inside.indexOf('='); at > 0; at = inside.indexOf('=', at + 1)) {
            int end = at;
            while (end > 0 && Character.isWhitespace(inside.charAt(end - 1))) {
                end--;
            }
            int from = end - name.length();
            if (from > 0
                    && inside.regionMatches(true, from, name, 0, name.length())
                    && Character.isWhitespace(inside.charAt(from - 1))) {
                String value = inside.substring(at + 1, Math.min(inside.length(), at + 40))
                        .stripLeading();
                return value.replaceFirst("^[\"']", "").replaceFirst("[\"'\\s/].*$", "");
            }
        }
        return "";
    }
}
