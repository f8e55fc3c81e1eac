package sample.hostile.internal;

import java.util.concurrent.CountDownLatch;

/** How a call goes wrong, whatever it was for. */
enum Way {
    /** Throws what a plug-in throws that was built against another version. */
    THROWS {
        @Override
        void go() {
            throw new NoSuchFieldError("shop");
        }
    },
    /** Waits for ever and is deaf to being interrupted. */
    BLOCKS {
        @Override
        void go() {
            CountDownLatch never = new CountDownLatch(1);
            boolean waiting = true;
            while (waiting) {
                try {
                    never.await();
                    waiting = false;
                } catch (InterruptedException deaf) {
                    waiting = true;
                }
            }
        }
    },
    /** Waits longer than anybody has patience for, but ends when it is told to. */
    SLOW {
        @Override
        void go() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        }
    };

    abstract void go();
}
