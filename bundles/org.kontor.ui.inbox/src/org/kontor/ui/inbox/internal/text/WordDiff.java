package org.kontor.ui.inbox.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed from one version of a text to the next, word by word (longest common subsequence). */
public final class WordDiff {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|[^\\w\\s]", Pattern.UNICODE_CHARACTER_CLASS);
    /** Beyond this many pairs of words the whole text counts as rewritten: a table of it would be too large. */
    private static final long MOST = 4_000_000;

    private WordDiff() {}

    /** What became of a piece. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /** A run of text with one fate. */
    public record Piece(Kind kind, String text) {}

    /** Compares; what was taken out stands before what was put in its place. */
    public static List<Piece> between(String before, String after) {
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        List<Piece> pieces = new ArrayList<>();
        if ((long) old.size() * now.size() > MOST) {
            add(pieces, Kind.REMOVED, before);
            add(pieces, Kind.ADDED, after);
            return pieces;
        }
        int[][] common = table(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(pieces, Kind.SAME, old.get(i));
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, Kind.REMOVED, old.get(i));
                i++;
            } else {
                add(pieces, Kind.ADDED, now.get(j));
                j++;
            }
        }
        return pieces;
    }

    private static int[][] table(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).kind() == kind) {
            pieces.set(last, new Piece(kind, pieces.get(last).text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }
}
