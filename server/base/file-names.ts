/** Names that Windows keeps for devices, with any ending: a folder with such a file in it cannot be copied there. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;

/** Whether Windows takes a file's name, with any ending, for a device. */
export const isDeviceName = (name: string): boolean => device.test((name.split(".")[0] ?? "").trimEnd());

/** Most file systems hold as much of one name, in bytes of UTF-8. */
const mostBytes = 255;

/**
 * Why no file can have this name, as a clause about it; undefined where one can. Names of devices are refused
 * everywhere, since a client's folder is copied from one system to another; signs only where the system refuses them.
 */
export function unfitName(name: string, isWindows: boolean): string | undefined {
  if (isDeviceName(name)) return "Windows keeps this name for a device; choose another";
  if (new TextEncoder().encode(name).length > mostBytes) return `the name is longer than ${mostBytes} bytes`;
  if (name.includes("\u0000")) return "a name cannot hold this sign";
  if (!isWindows) return undefined;
  const sign = [...name].find((one) => '<>:"/\\|?*'.includes(one) || one < " ");
  if (sign !== undefined) return `on Windows a name cannot hold ${sign < " " ? "a control sign" : sign}`;
  return /[. ]$/.test(name) ? "on Windows a name cannot end in a dot or a blank" : undefined;
}
