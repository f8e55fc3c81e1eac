package org.kontor.runner.internal;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.kontor.api.access.Grants;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Dispatch;
import org.kontor.api.desk.Intake;
import org.kontor.api.runner.Pace;
import org.kontor.api.store.Store;
import org.osgi.service.log.Logger;

/** What the loops of every account use. */
record Services(
        Store store,
        Grants grants,
        Connectors connectors,
        Intake intake,
        Dispatch dispatch,
        InstantSource clock,
        RandomGenerator random,
        Pace pace,
        Logger log) {}
