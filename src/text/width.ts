/** Full-width letters, digits and signs as ordinary ones: `ｆｔ．` is `ft.`. */
export function levelWidth(text: string): string {
  return FULL_WIDTH.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    : text
}

const FULL_WIDTH = /[\uff01-\uff5e]/
