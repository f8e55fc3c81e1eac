/** The demo agency: the simulator beside the workbench, and a tour that drives the main job. */
@NullMarked
package org.kontor.demo.internal;

import org.jspecify.annotations.NullMarked;
