package org.wenheng.analytics.scheme.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Cuts the text of a formula into numbers, words and signs. Every text can be cut; what is wrong the parser says. */
final class FormulaTokens {
    /** Signs as people type and paste them, with the sign that is meant. */
    private static final Map<Integer, Integer> SIGNS = Map.ofEntries(
            Map.entry((int) '−', (int) '-'),
            Map.entry((int) '×', (int) '*'),
            Map.entry((int) '÷', (int) '/'),
            Map.entry((int) '＋', (int) '+'),
            Map.entry((int) '－', (int) '-'),
            Map.entry((int) '＊', (int) '*'),
            Map.entry((int) '／', (int) '/'),
            Map.entry((int) '（', (int) '('),
            Map.entry((int) '）', (int) ')'),
            Map.entry((int) '，', (int) ','));

    private FormulaTokens() {}

    /** What a token is. */
    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /**
     * A piece of a formula.
     *
     * @param written as it stands in the text; empty at the end
     * @param sign the character that a sign means; 0 for anything else
     * @param column position of its first character, from 1, a character outside the basic plane counting once
     */
    record Token(Kind kind, String written, int sign, int column) {
        boolean is(char wanted) {
            return kind == Kind.SIGN && sign == wanted;
        }

        boolean isOperator() {
            return is('+') || is('-') || is('*') || is('/');
        }
    }

    /** The tokens of a text, the last one being its end. */
    static List<Token> of(String text) {
        int[] characters = text.codePoints().toArray();
        List<Token> tokens = new ArrayList<>();
        int position = 0;
        while (position < characters.length) {
            int first = characters[position];
            int end = position + 1;
            if (isSpace(first)) {
                position = end;
                continue;
            }
            Kind kind = Kind.SIGN;
            if (isOfNumber(first)) {
                kind = Kind.NUMBER;
                end = endOf(characters, position, FormulaTokens::isOfNumber);
            } else if (Character.isLetter(first)) {
                kind = Kind.WORD;
                end = endOf(characters, position, FormulaTokens::isOfWord);
            }
            String written = new String(characters, position, end - position);
            int sign = kind == Kind.SIGN ? SIGNS.getOrDefault(first, first) : 0;
            tokens.add(new Token(kind, written, sign, position + 1));
            position = end;
        }
        tokens.add(new Token(Kind.END, "", 0, characters.length + 1));
        return tokens;
    }

    private static int endOf(int[] characters, int start, IntPredicate belongs) {
        int end = start;
        while (end < characters.length && belongs.test(characters[end])) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isOfNumber(int character) {
        return (character >= '0' && character <= '9') || character == '.';
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}
