import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/conditions.css'
import { ErrorBoundary } from './parts/page/error-boundary.tsx'
import { BrokenPage } from './shell/broken-page.tsx'
import { loadLanguage } from './text/text.ts'
import { applyTheme } from './theme.ts'

applyTheme()
await loadLanguage()
const page = document.getElementById('page')
if (page)
  createRoot(page).render(
    <StrictMode>
      <ErrorBoundary fallback={() => <BrokenPage />}>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  )
