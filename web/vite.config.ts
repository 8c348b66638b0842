import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { tellFirstLoad } from './first-load.ts'

/** Where `songkeep serve` listens. */
const SERVER = 'http://127.0.0.1:4747'

// biome-ignore lint/style/noDefaultExport: Vite looks for it
export default defineConfig({
  // Relative, so that the page also works below a path of a proxy.
  base: './',
  plugins: [react(), tellFirstLoad()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Browsers that know `light-dark()`: since May 2024.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What two views share goes into one file: each file costs half a kilobyte of headers, and is packed less well.
          groups: [
            {
              name: 'shared',
              test: /[\\/](?:web[\\/](?:(?:parts|api|views[\\/]start)[\\/]|(?:text[\\/])?[\w-]+\.ts$)|src[\\/](?!words[\\/](?:en|de)[\\/]))/,
              minShareCount: 2,
            },
            // What of a language its own file and that of its other reasons have in common.
            {
              name: 'en',
              test: /[\\/]src[\\/]words[\\/]en[\\/]/,
              minShareCount: 2,
            },
            {
              name: 'de',
              test: /[\\/]src[\\/]words[\\/]de[\\/]/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': {
        target: SERVER,
        changeOrigin: true,
        // It refuses what the page of another origin asks: this page is its own for as long as it is being built.
        configure(proxy) {
          proxy.on('proxyReq', (outgoing, { headers }) => {
            if (headers.origin === `http://${headers.host}`) outgoing.setHeader('origin', SERVER)
          })
        },
      },
    },
  },
})
