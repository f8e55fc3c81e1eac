package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.http.Json;

/** Payloads as a PDS of 2026 sends them, names changed. */
final class Samples {
    static final String SELF = "did:plc:zvweikjij4dpb5twghj62utu";
    static final String OTHER = "did:plc:nplle6yaasv5epxlnvucfwx5";
    static final String URI_OF = "at://" + OTHER + "/app.bsky.feed.post/3n2ujmfpzok2c";

    static final String MENTION = """
        {"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.post/3n2ujmfpzok2c",
         "cid":"bafyreihcbcovvrcspav53n3qntml5kwuft5bjhhexgal7l6jdazatvyx2u",
         "author":{"did":"did:plc:nplle6yaasv5epxlnvucfwx5","handle":"lena-sommer.test","displayName":"Lena Sommer",
           "avatar":"https://cdn.example/lena.jpg","associated":{"activitySubscription":{"allowSubscriptions":"followers"}},
           "viewer":{"muted":false,"blockedBy":false},"labels":[],"indexedAt":"2026-11-22T02:03:20.365Z"},
         "reason":"mention",
         "record":{"text":"Hallo @alma.test, mein Paket fehlt 😢","$type":"app.bsky.feed.post","langs":["de"],
           "facets":[{"index":{"byteStart":6,"byteEnd":16},
             "features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:zvweikjij4dpb5twghj62utu"}]}],
           "createdAt":"2026-11-22T02:04:11.500Z"},
         "isRead":false,"indexedAt":"2026-11-22T02:04:12.000Z","labels":[]}
        """;

    static final String REPLY = """
        {"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.post/3n2ujreplyk2c","cid":"bafyreireply",
         "author":{"did":"did:plc:nplle6yaasv5epxlnvucfwx5","handle":"handle.invalid"},"reason":"reply",
         "reasonSubject":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujparent2c",
         "record":{"$type":"app.bsky.feed.post","text":"Immer noch nichts!","createdAt":"2026-11-22T03:00:00.000Z",
           "reply":{"root":{"uri":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujmroot22c","cid":"bafyroot"},
             "parent":{"uri":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujparent2c","cid":"bafyparent"}}},
         "isRead":true,"indexedAt":"2026-11-22T03:00:01.000Z"}
        """;

    static final String QUOTE = """
        {"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.post/3n2ujquote22c","cid":"bafyquote",
         "author":{"did":"did:plc:nplle6yaasv5epxlnvucfwx5","handle":"lena-sommer.test","displayName":""},"reason":"quote",
         "record":{"$type":"app.bsky.feed.post","text":"Seht euch das an","createdAt":"2026-11-22T03:00:00.000Z",
           "embed":{"$type":"app.bsky.embed.recordWithMedia",
             "record":{"$type":"app.bsky.embed.record",
               "record":{"uri":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujmroot22c","cid":"bafyroot"}},
             "media":{"$type":"app.bsky.embed.images","images":[
               {"alt":"Ein zerdrücktes Paket","aspectRatio":{"width":4,"height":3},
                "image":{"$type":"blob","ref":{"$link":"bafkreiimage1"},"mimeType":"image/jpeg","size":123456}},
               {"alt":"","image":{"cid":"bafkreiimage2","mimeType":"image/png"}}]}}},
         "isRead":false,"indexedAt":"2026-11-22T03:00:01.000Z"}
        """;

    static final String VIDEO = """
        {"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.post/3n2ujvideo22c","cid":"bafyvideo",
         "author":{"did":"did:plc:nplle6yaasv5epxlnvucfwx5","handle":"lena-sommer.test"},"reason":"mention",
         "record":{"$type":"app.bsky.feed.post","text":"","createdAt":"2026-11-22T03:00:00.000Z",
           "embed":{"$type":"app.bsky.embed.video","alt":"Tropft","aspectRatio":{"width":9,"height":16},
             "video":{"$type":"blob","ref":{"$link":"bafkreivideo1"},"mimeType":"video/mp4","size":5000000}}},
         "isRead":false,"indexedAt":"2026-11-22T03:00:01.000Z"}
        """;

    static final String CARD = """
        {"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.post/3n2ujcard222c","cid":"bafycard",
         "author":{"did":"did:plc:nplle6yaasv5epxlnvucfwx5","handle":"lena-sommer.test"},"reason":"mention",
         "record":{"$type":"app.bsky.feed.post","text":"Test in der Zeitung","createdAt":"2026-11-22T03:00:00.000Z",
           "embed":{"$type":"app.bsky.embed.external","external":{"uri":"https://zeitung.example/test",
             "title":"Kaffee im Test","description":"Sechs Sorten"}}},
         "isRead":false,"indexedAt":"2026-11-22T03:00:01.000Z"}
        """;

    static final String LIKE = """
        {"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.like/3n2ujlike222c","cid":"bafylike",
         "author":{"did":"did:plc:nplle6yaasv5epxlnvucfwx5","handle":"lena-sommer.test"},"reason":"like",
         "reasonSubject":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujmroot22c",
         "record":{"$type":"app.bsky.feed.like","createdAt":"2026-11-22T03:00:00.000Z",
           "subject":{"uri":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujmroot22c","cid":"bafyroot"}},
         "isRead":false,"indexedAt":"2026-11-22T03:00:01.000Z"}
        """;

    static final String OWN_REPLY = """
        {"uri":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujown2222c","cid":"bafyown",
         "value":{"$type":"app.bsky.feed.post","text":"Wir schauen nach.","createdAt":"2026-11-22T03:10:00.000Z",
           "reply":{"root":{"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.post/3n2ujmfpzok2c","cid":"bafym"},
             "parent":{"uri":"at://did:plc:nplle6yaasv5epxlnvucfwx5/app.bsky.feed.post/3n2ujmfpzok2c","cid":"bafym"}}}}
        """;

    static final String OWN_POST = """
        {"uri":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujpost222c","cid":"bafypost",
         "value":{"$type":"app.bsky.feed.post","text":"Neue Röstung!","createdAt":"2026-11-22T03:10:00.000Z"}}
        """;

    static final String VIEW = """
        {"uri":"at://did:plc:zvweikjij4dpb5twghj62utu/app.bsky.feed.post/3n2ujmroot22c","cid":"bafyroot",
         "author":{"did":"did:plc:zvweikjij4dpb5twghj62utu","handle":"alma.test","displayName":"Alma Kaffee"},
         "record":{"$type":"app.bsky.feed.post","text":"Neue Röstung!","createdAt":"2026-11-20T03:10:00.000Z"},
         "replyCount":3,"repostCount":1,"likeCount":7,"quoteCount":0,"indexedAt":"2026-11-20T03:10:00.500Z",
         "viewer":{"threadMuted":false},"labels":[]}
        """;

    static final List<String> ALL = List.of(MENTION, REPLY, QUOTE, VIDEO, CARD, LIKE, OWN_REPLY, OWN_POST, VIEW);

    private Samples() {}

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (Json.Broken e) {
            throw new AssertionError(e);
        }
    }

    /** The event that the connector would make of a payload. */
    static RawEvent event(JsonNode json, Origin origin) {
        if (json.has("value")) {
            return Events.record(json, SELF, origin);
        }
        return json.has("reason") ? Events.notification(json, SELF, origin) : Events.post(json, SELF);
    }

    static RawEvent raw(byte[] payload) {
        return new RawEvent(new ExternalId("x"), Origin.RECEIVED, Events.JSON, payload);
    }

    static TestAccount account() {
        return new TestAccount(URI.create("https://bsky.social"), "@Alma.Test", "x");
    }
}
