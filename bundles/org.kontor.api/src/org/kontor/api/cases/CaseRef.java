package org.kontor.api.cases;

import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;

/** A case's key: brand data is found by brand first. */
public record CaseRef(BrandId brand, CaseId id) {}
