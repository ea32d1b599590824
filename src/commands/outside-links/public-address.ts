import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Whether an IP address is public: not of this machine, of a private network, or link-local
 * (iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry).
 */
export const isPublicAddress = (address: string): boolean =>
  !(inner ??= listInner()).check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const innerSubnets = {
  ipv4: `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16
    198.18.0.0/15 224.0.0.0/4 240.0.0.0/4`,
  // Of addresses that embed an IPv4 address (RFC 6052), only those of inner networks: the others are needed with DNS64.
  ipv6: `::/96 64:ff9b::/104 64:ff9b::a00:0/104 64:ff9b::6440:0/106 64:ff9b::7f00:0/104 64:ff9b::a9fe:0/112
    64:ff9b::ac10:0/108 64:ff9b::c0a8:0/112 64:ff9b:1::/48 100::/64 2001::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10
    ff00::/8`,
} as const;

let inner: BlockList | undefined;

/** Rules of IPv4 count for addresses that are mapped into IPv6, too (::ffff:127.0.0.1). */
function listInner(): BlockList {
  const list = new BlockList();
  for (const family of ['ipv4', 'ipv6'] as const)
    for (const subnet of innerSubnets[family].split(/\s+/)) {
      const [address = '', bits] = subnet.split('/');
      list.addSubnet(address, Number(bits), family);
    }
  return list;
}

/** An address that may not be requested. */
export class InnerAddressError extends Error {}

/** Throws where the host is an IP address that may not be requested: for such a host, no name is looked up. */
export function requireAllowed({ hostname }: URL, isAllowed: (address: string) => boolean): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isAllowed(address)) throw new InnerAddressError(address);
}

/** Looks up a name, and fails where one of its addresses may not be requested. The connection uses the checked addresses. */
export const lookUpAllowed =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      const refused = error ? undefined : found.find(({ address }) => !isAllowed(address));
      const [first] = found ?? [];
      if (error || refused || !first) callback(error ?? new InnerAddressError(host), '');
      else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
