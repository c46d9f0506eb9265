package org.talks.catalogue.importing.remote;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.function.Predicate;

/// Which addresses are on the public internet, after the special-purpose registries of IANA (RFC 6890). What
/// carries an IPv4 address within an IPv6 one is refused as a whole.
public final class PublicAddresses implements Predicate<InetAddress> {

    @Override
    public boolean test(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(int a, int b, int c) {
        return switch (a) {
            case 0, 10, 127 -> false;
            // Shared by the customers of one provider.
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            // Private, special and documentation; 192.88.99 relays to IPv6.
            case 192 -> !(b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99));
            // Measuring of networks, and documentation.
            case 198 -> !(b == 18 || b == 19 || (b == 51 && c == 100));
            case 203 -> !(b == 0 && c == 113);
            // Multicast, reserved, broadcast.
            default -> a < 224;
        };
    }

    private static boolean isPublic6(byte[] bytes) {
        var first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        var second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        // Only 2000::/3 is given out; within it Teredo, 6to4 and documentation are not places of their own.
        return (first & 0xe000) == 0x2000
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                && first != 0x2002
                && first != 0x3fff;
    }
}
