package org.kontor.ui.inbox.internal.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;

/**
 * What a newly read index does to a list that someone is looking at: it is shown at once where nothing moves under the eyes,
 * else it is held until asked for.
 *
 * @param shown what the list shows from now on
 * @param held the newly read index while it is held back; null when it is shown
 * @param fresh how many rows of {@code held} the list does not show
 */
record Arrival(IdIndex shown, @Nullable IdIndex held, int fresh) {
    /**
     * How the list is being looked at.
     *
     * @param steady true if it is scrolled or a row below the first is selected, so that nothing may move
     * @param seenTo the row after the last one that can be seen
     * @param leaving rows the user himself is done with: they go as soon as the query no longer holds them
     */
    record Eyes(boolean steady, int seenTo, Set<ConversationRef> leaving) {
        /** Nobody is looking yet. */
        static final Eyes NONE = new Eyes(false, 0, Set.of());
    }

    /** Decides. Linear in the length of the lists: for a worker. */
    static Arrival of(IdIndex shown, IdIndex latest, Eyes eyes) {
        if (!eyes.steady() || shown.size() == 0) {
            return new Arrival(latest, null, 0);
        }
        long[] after = sortedIds(latest);
        IdIndex kept = eyes.leaving().isEmpty() ? shown : without(shown, eyes.leaving(), after);
        int looked = Math.min(eyes.seenTo(), kept.size());
        if (samePrefix(kept, latest, looked)) {
            return new Arrival(latest, null, 0);
        }
        return new Arrival(kept, latest, latest.size() - common(sortedIds(kept), after));
    }

    private static boolean samePrefix(IdIndex one, IdIndex other, int rows) {
        if (other.size() < rows) {
            return false;
        }
        for (int row = 0; row < rows; row++) {
            if (!one.get(row).equals(other.get(row))) {
                return false;
            }
        }
        return true;
    }

    private static long[] sortedIds(IdIndex index) {
        long[] ids = new long[index.size()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = index.get(row).id().value();
        }
        Arrays.sort(ids);
        return ids;
    }

    private static int common(long[] one, long[] other) {
        int count = 0;
        int left = 0;
        int right = 0;
        while (left < one.length && right < other.length) {
            if (one[left] == other[right]) {
                count++;
                left++;
                right++;
            } else if (one[left] < other[right]) {
                left++;
            } else {
                right++;
            }
        }
        return count;
    }

    private static IdIndex without(IdIndex index, Set<ConversationRef> leaving, long[] sortedLatest) {
        Map<BrandId, Integer> positions = new HashMap<>();
        int[] brandOf = new int[index.size()];
        long[] ids = new long[index.size()];
        int kept = 0;
        for (int row = 0; row < index.size(); row++) {
            ConversationRef ref = index.get(row);
            boolean gone = leaving.contains(ref)
                    && Arrays.binarySearch(sortedLatest, ref.id().value()) < 0;
            if (!gone) {
                brandOf[kept] = positions.computeIfAbsent(ref.brand(), brand -> positions.size());
                ids[kept] = ref.id().value();
                kept++;
            }
        }
        return new IdIndex(
                ordered(positions), Arrays.copyOf(brandOf, kept), Arrays.copyOf(ids, kept), index.complete());
    }

    private static List<BrandId> ordered(Map<BrandId, Integer> positions) {
        return positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
