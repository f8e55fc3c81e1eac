package org.kontor.plugins.internal.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    @Test
    void aWholeLineIsUnderstood() {
        Command command = parse(
                "plugins install sample.nordwind --site https://a.example --brands Nord,Wind --json --data /tmp/x --demo");
        assertThat(command.verb()).isEqualTo(Command.Verb.INSTALL);
        assertThat(command.words()).containsExactly("sample.nordwind");
        assertThat(command.site()).isEqualTo("https://a.example");
        assertThat(command.brands()).isEqualTo("Nord,Wind");
        assertThat(command.json()).isTrue();
    }

    @Test
    void updatesTakeAnyNumberOfIds() {
        assertThat(parse("update").words()).isEmpty();
        assertThat(parse("update a b --check").words()).containsExactly("a", "b");
        assertThat(parse("update a b --check").check()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jump",
                "install",
                "install a b",
                "brands a",
                "sites add",
                "sites drop x",
                "list --site",
                "list --fast"
            })
    void whatCannotBeUnderstoodIsSaid(String line) {
        assertThat(parse(line).verb()).isNull();
        assertThat(parse(line).fault()).isNotBlank();
    }

    private static Command parse(String line) {
        return Command.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
