/** Up to eight ASCII characters as one number, the first in the lowest byte. */
export function packed(text: string): u64 {
  let bytes: u64 = 0
  for (let i = text.length - 1; i >= 0; i--) bytes = (bytes << 8) | text.charCodeAt(i)
  return bytes
}
