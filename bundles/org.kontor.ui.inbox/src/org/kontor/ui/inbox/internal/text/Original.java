package org.kontor.ui.inbox.internal.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A message made fit for a browser: as its sender laid it out, but without anything that acts. */
public final class Original {
    private static final String NOTHING = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; ";

    private Original() {}

    /**
     * A page of its own.
     *
     * @param pictures whether pictures may be loaded from the servers that the sender named
     */
    public static String page(String html, boolean pictures) {
        Document page = Jsoup.parse(html);
        page.select(
                        "script, iframe, frame, frameset, object, embed, applet, form, input, button, textarea, select, base, link")
                .remove();
        page.select("meta[http-equiv]").remove();
        for (Element element : page.getAllElements()) {
            element.attributes().asList().stream()
                    .map(attribute -> attribute.getKey())
                    .filter(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("on"))
                    .toList()
                    .forEach(element::removeAttr);
        }
        for (Element link : page.select("a[href]")) {
            if (HtmlText.openable(link.attr("href")) == null) {
                link.removeAttr("href");
            }
            link.attr("rel", "noreferrer noopener");
        }
        // The policy is what holds; what was taken out above is a second bolt.
        page.head()
                .prependElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", NOTHING + "img-src data:" + (pictures ? " https: http:" : ""));
        page.head().prependElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        page.head().prependElement("meta").attr("charset", "utf-8");
        return page.outerHtml();
    }
}
