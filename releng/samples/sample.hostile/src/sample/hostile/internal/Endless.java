package sample.hostile.internal;

import java.util.AbstractList;

/** A list without end, of the same thing again and again. */
final class Endless<T> extends AbstractList<T> {
    private final T each;

    Endless(T each) {
        this.each = each;
    }

    @Override
    public T get(int index) {
        return each;
    }

    @Override
    public int size() {
        return Integer.MAX_VALUE;
    }
}
