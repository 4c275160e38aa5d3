/** True for `localhost`, 127.0.0.0/8 and ::1, with or without brackets. */
export const isLoopbackHost = (host: string): boolean => {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
};

/** The same for the host of a whole address. */
export const isLoopbackAddress = (address: string): boolean => isLoopbackHost(new URL(address).hostname);
