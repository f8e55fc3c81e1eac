package org.kontor.simulator.internal.bluesky;

/** A method of the network's server. */
interface XrpcMethod {

    /**
     * Answers a request that fits the method's schema.
     *
     * @throws XrpcError for an error answer
     */
    XrpcAnswer answer(XrpcRequest request);
}
