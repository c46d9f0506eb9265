package org.talks.catalogue.importing.pyvideo;

import org.talks.catalogue.importing.format.ImportFormat;

/// The format without the application that registers it.
public final class PyvideoReading {

    private PyvideoReading() {}

    public static ImportFormat format() {
        return new PyvideoFormat();
    }
}
