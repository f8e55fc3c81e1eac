package org.kontor.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.id.BrandId;

class BrandFilterTest {
    private final BrandId alma = new BrandId(1);
    private final BrandId lumio = new BrandId(2);

    @Test
    void anEmptyFilterShowsEveryBrand() {
        assertThat(BrandFilter.ALL.all()).isTrue();
        assertThat(BrandFilter.ALL.shows(alma)).isTrue();
    }

    @Test
    void aFilterShowsOnlyItsBrands() {
        BrandFilter filter = new BrandFilter(Set.of(alma));
        assertThat(filter.shows(alma)).isTrue();
        assertThat(filter.shows(lumio)).isFalse();
    }
}
