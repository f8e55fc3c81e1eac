package org.kontor.simulator.internal.world;

import java.util.List;
import org.kontor.simulator.internal.bluesky.Actor;

/**
 * A brand before its accounts have ports.
 *
 * @param key short name
 * @param name the brand's name
 * @param client the company that owns it
 * @param colour colour as {@code #rrggbb}
 * @param languages languages of its customers, the more frequent one first
 * @param address mail address
 * @param mailPassword password of the mailbox
 * @param handle Bluesky handle
 * @param blueskyPassword app password
 * @param about words in the Bluesky profile
 */
public record BrandSpec(
        String key,
        String name,
        String client,
        String colour,
        List<String> languages,
        String address,
        String mailPassword,
        String handle,
        String blueskyPassword,
        String about) {

    /** The three brands of the simulated agency. */
    public static final List<BrandSpec> ALL = List.of(
            new BrandSpec(
                    "nordwind",
                    "Nordwind Outdoor",
                    "Nordwind Outdoor GmbH",
                    "#c2410c",
                    List.of("de", "en"),
                    "hilfe@nordwind.example",
                    "fjell-2417-sturm",
                    "nordwind.example",
                    "nwnd-fjel-jack-2417",
                    "Kleidung für draußen, aus Flensburg. Outdoor clothing from the windy north."),
            new BrandSpec(
                    "alma",
                    "Kaffeerösterei Alma",
                    "Alma Kaffee GmbH & Co. KG",
                    "#0f766e",
                    List.of("de", "en"),
                    "moin@alma-kaffee.example",
                    "yirga-0815-crema",
                    "alma-kaffee.example",
                    "alma-bohn-roes-0815",
                    "Kleine Rösterei in Bremen. Wir rösten dienstags und donnerstags."),
            new BrandSpec(
                    "lumio",
                    "Lumio Light",
                    "Lumio Lighting B.V.",
                    "#7c3aed",
                    List.of("en", "de"),
                    "support@lumio.example",
                    "bright-7301-bulb",
                    "lumio.example",
                    "lumi-brig-bulb-7301",
                    "Lamps and smart bulbs. Help: support@lumio.example"));

    /** The DID of the brand's Bluesky account in the world of that seed. */
    public String did(long seed) {
        return Actor.didFor(seed, handle);
    }

    /**
     * The brand with that key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static BrandSpec of(String key) {
        return ALL.stream()
                .filter(spec -> spec.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("brand must be one of "
                        + ALL.stream().map(BrandSpec::key).toList() + ", not \"" + key + "\""));
    }
}
