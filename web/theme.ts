import { useSyncExternalStore } from 'react'
import { createStore } from './api/store.ts'
import { recall, remember } from './memory.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const before = recall('theme')
const chosen = createStore<Theme>(themes.find((theme) => theme === before) ?? 'system')

/** Dresses the page as it was chosen before. */
export function applyTheme(): void {
  const theme = chosen.read()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(chosen.subscribe, chosen.read), chooseTheme]
}

function chooseTheme(theme: Theme): void {
  remember('theme', theme)
  chosen.set(theme)
  applyTheme()
}
