package org.kontor.ui.help.internal.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.ui.common.format.Keys;

/**
 * What pages say of the window and take from it: how keys are called here, and which there are.
 *
 * @param bound every key that is bound, in the order of the list
 */
public record Terms(Keys names, Messages texts, List<BoundKey> bound) {
    /**
     * One key that does something.
     *
     * @param sequence as binding tables write it, such as {@code M1+K}
     */
    public record BoundKey(String sequence, String what, String where) {}

    public Terms {
        bound = List.copyOf(bound);
    }

    /** The list of keys as a table. */
    Block.Table keys() {
        List<List<Span>> head = List.of(
                List.of(Span.of(texts.text("keys.key"))),
                List.of(Span.of(texts.text("keys.where"))),
                List.of(Span.of(texts.text("keys.what"))));
        Stream<List<List<Span>>> rows = bound.stream()
                .map(key -> List.of(
                        List.of(new Span(names.text(key.sequence()), Set.of(Span.Style.CODE), null)),
                        List.of(Span.of(key.where())),
                        List.of(Span.of(key.what()))));
        return new Block.Table(Stream.concat(Stream.of(head), rows).toList());
    }
}
