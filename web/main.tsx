import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import { Broken } from './shell/broken-page.tsx'
import { applyTheme } from './theme.ts'

applyTheme()
const page = document.getElementById('page')
if (page)
  createRoot(page).render(
    <StrictMode>
      <Broken>
        <App />
      </Broken>
    </StrictMode>,
  )
