package org.kontor.api.store;

import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;

/**
 * How many inquiries of an account fell into a quarter of an hour and had an outcome.
 *
 * @param quarter counted from 1970-01-01T00:00Z
 * @param count at least 1
 */
public record InquiryCount(BrandId brand, AccountId account, long quarter, InquiryOutcome outcome, long count) {}
