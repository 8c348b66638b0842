import type { Id3Frame } from './id3v2-frame.ts'

/** The names of ID3v2.2 (https://id3.org/id3v2-00) and those that the same contents have had since. */
const newNames: Readonly<Record<string, string>> = {
  TT1: 'TIT1',
  TT2: 'TIT2',
  TT3: 'TIT3',
  TP1: 'TPE1',
  TP2: 'TPE2',
  TP3: 'TPE3',
  TP4: 'TPE4',
  TCM: 'TCOM',
  TXT: 'TEXT',
  TLA: 'TLAN',
  TCO: 'TCON',
  TAL: 'TALB',
  TPA: 'TPOS',
  TRK: 'TRCK',
  TRC: 'TSRC',
  TYE: 'TYER',
  TDA: 'TDAT',
  TIM: 'TIME',
  TRD: 'TRDA',
  TMT: 'TMED',
  TFT: 'TFLT',
  TBP: 'TBPM',
  TCP: 'TCMP',
  TCR: 'TCOP',
  TPB: 'TPUB',
  TEN: 'TENC',
  TSS: 'TSSE',
  TOF: 'TOFN',
  TLE: 'TLEN',
  TSI: 'TSIZ',
  TDY: 'TDLY',
  TKE: 'TKEY',
  TOT: 'TOAL',
  TOA: 'TOPE',
  TOL: 'TOLY',
  TOR: 'TDOR',
  TXX: 'TXXX',
  TST: 'TSOT',
  TSA: 'TSOA',
  TSP: 'TSOP',
  TS2: 'TSO2',
  TSC: 'TSOC',
  WAF: 'WOAF',
  WAR: 'WOAR',
  WAS: 'WOAS',
  WCM: 'WCOM',
  WCP: 'WCOP',
  WPB: 'WPUB',
  WXX: 'WXXX',
  IPL: 'IPLS',
  MCI: 'MCDI',
  ETC: 'ETCO',
  MLL: 'MLLT',
  STC: 'SYTC',
  ULT: 'USLT',
  SLT: 'SYLT',
  COM: 'COMM',
  RVA: 'RVAD',
  EQU: 'EQUA',
  REV: 'RVRB',
  PIC: 'APIC',
  GEO: 'GEOB',
  CNT: 'PCNT',
  POP: 'POPM',
  BUF: 'RBUF',
  CRA: 'AENC',
  UFI: 'UFID',
}

/** The name since ID3v2.3 of one of ID3v2.2 with a space or NUL behind it; nothing where it is none. */
export function frameName2(name: string): string | undefined {
  return /[ \0]$/.test(name) ? newNames[name.slice(0, 3)] : undefined
}

/** A frame with such a name in a later tag, as it should be. */
export function renewFrame2(frame: Id3Frame): Id3Frame {
  const id = frameName2(frame.id)
  if (id === undefined) return frame
  const isPicture = id === 'APIC' && !frame.grouped
  return { ...frame, id, data: isPicture ? nameMime(frame.data) : frame.data }
}

/** Frames of three letters and three bytes of size; one whose name has no successor cannot be carried over. */
export function readFrames2(content: Uint8Array): Id3Frame[] {
  const frames: Id3Frame[] = []
  for (let position = 0; position + 6 <= content.length; ) {
    const header = Buffer.from(content.subarray(position, position + 6))
    const name = header.toString('latin1', 0, 3)
    const size = header.readUIntBE(3, 3)
    const data = content.subarray(position + 6, position + 6 + size)
    if (!/^[A-Z0-9]{3}$/.test(name) || data.length < size) break
    const id = newNames[name]
    if (id) frames.push({ id, data: id === 'APIC' ? nameMime(data) : data })
    position += 6 + size
  }
  return frames
}

/** Three letters for the kind of picture became a media type. */
function nameMime(data: Uint8Array): Uint8Array {
  const kind = Buffer.from(data.subarray(1, 4)).toString('latin1')
  const mime = kind === '-->' ? kind : `image/${kind === 'JPG' ? 'jpeg' : kind.toLowerCase()}`
  return Buffer.concat([data.subarray(0, 1), Buffer.from(`${mime}\0`), data.subarray(4)])
}
