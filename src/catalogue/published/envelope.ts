import { type KeyObject, sign, verify } from 'node:crypto'
import { asList, asRecord, parseJson } from '../../base/json.ts'
import { isPublicKey, openPublicKey, type PublicKey, publicKeyOf } from './key.ts'

/**
 * What is signed, and by whom: an envelope of DSSE 1.0 (Dead Simple Signing Envelope,
 * https://github.com/secure-systems-lab/dsse). Its `keyid` is the public key itself, so that a reader who trusts nobody
 * yet can be told whose it is; it says nothing of whether that key is to be trusted.
 */
export interface OpenedEnvelope {
  readonly payload: Uint8Array
  /** Whose signature it bears; it has been checked. */
  readonly signedBy: PublicKey
}

const TYPE = 'application/vnd.songkeep.catalogue-generation+json'

export function sealEnvelope(payload: Uint8Array, key: KeyObject): Uint8Array {
  const sig = sign(null, encodeForSigning(payload), key).toString('base64')
  const envelope = {
    payloadType: TYPE,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: publicKeyOf(key), sig }],
  }
  return Buffer.from(`${JSON.stringify(envelope)}\n`)
}

/** Undefined where it is no envelope of ours, or its signature is wrong: nothing of it is to be believed then. */
export function openEnvelope(bytes: Uint8Array): OpenedEnvelope | undefined {
  const { payloadType, payload, signatures } = asRecord(parseJson(Buffer.from(bytes).toString()))
  const [first, ...more] = asList(signatures)
  const { keyid, sig } = asRecord(first)
  if (payloadType !== TYPE || typeof payload !== 'string' || more.length > 0) return undefined
  if (typeof keyid !== 'string' || !isPublicKey(keyid) || typeof sig !== 'string') return undefined
  const signed = Buffer.from(payload, 'base64')
  return isSigned(signed, Buffer.from(sig, 'base64'), keyid)
    ? { payload: signed, signedBy: keyid }
    : undefined
}

function isSigned(payload: Uint8Array, signature: Uint8Array, key: PublicKey): boolean {
  try {
    return verify(null, encodeForSigning(payload), openPublicKey(key), signature)
  } catch {
    // No point of the curve.
    return false
  }
}

/** PAE, the pre-authentication encoding of DSSE: type and content with their lengths. */
const encodeForSigning = (payload: Uint8Array) =>
  Buffer.concat([Buffer.from(`DSSEv1 ${TYPE.length} ${TYPE} ${payload.length} `), payload])
