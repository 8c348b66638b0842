import { useEffect, useState } from 'react'
import { addressOf } from '../../api/client.ts'
import '../../styles/covers.css'

interface Props {
  /** Below the API; undefined where no cover is known. */
  readonly path: string | undefined
  /** Whose first letter stands there until the picture is, or for good. */
  readonly title: string
  readonly size?: 'small' | 'large'
  /** What it shows, where nothing beside it says so; without it the picture adds nothing and is not read out. */
  readonly alt?: string
  /** Told where there turns out to be no cover. */
  readonly onMissing?: () => void
}

/** Long enough that what is scrolled past asks for nothing. */
const SETTLE_MS = 120

/** A cover in a square of fixed size, with the title's first letter where there is none. Our own server is asked, nobody else. */
export function Cover({ path, title, size = 'small', alt = '', onMissing }: Props) {
  const hasSettled = useSettled()
  const [missing, setMissing] = useState<string>()
  const isShown = path !== undefined && hasSettled && missing !== path
  return (
    <span className={`cover ${size}`} aria-hidden={alt === '' ? true : undefined}>
      <span className="initial" aria-hidden="true">
        {initialOf(title)}
      </span>
      {isShown && (
        <img
          src={addressOf(path)}
          alt={alt}
          decoding="async"
          draggable={false}
          onError={() => {
            setMissing(path)
            onMissing?.()
          }}
        />
      )}
    </span>
  )
}

function useSettled(): boolean {
  const [hasSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [])
  return hasSettled
}

/** The first letter or digit, whole as people see it. */
function initialOf(title: string): string {
  const [first = '♪'] = title.normalize('NFC').match(/[\p{L}\p{N}]\p{M}*/u) ?? []
  return first.toLocaleUpperCase()
}
