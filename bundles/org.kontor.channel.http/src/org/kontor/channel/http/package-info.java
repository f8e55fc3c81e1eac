/**
 * HTTP for connectors: clients that honour the system's proxy and certificates, keep to rate limits and turn what goes
 * wrong into faults; and JSON that is read leniently and written strictly.
 */
@NullMarked
package org.kontor.channel.http;

import org.jspecify.annotations.NullMarked;
