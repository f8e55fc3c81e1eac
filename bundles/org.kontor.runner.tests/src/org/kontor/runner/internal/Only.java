package org.kontor.runner.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Interfaces of which a test uses some methods. */
final class Only {
    private Only() {}

    /** An interface of which nothing but these methods is used; the rest answers null or false. */
    static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Function<Object[], Object> known = methods.get(method.getName());
                    Object answer = known == null ? null : known.apply(arguments);
                    return answer == null && method.getReturnType() == boolean.class ? Boolean.FALSE : answer;
                }));
    }
}
