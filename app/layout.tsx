import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import "./_ui/styles.css";

export const metadata: Metadata = {
  title: { default: common.titleSuffix, template: `%s – ${common.titleSuffix}` },
  description: common.description,
  icons: { icon: "/icon.svg" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The document. It reads the request so that every page is rendered with the nonce that `proxy.ts` made for it. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await headers();
  return (
    <html lang="de">
      <body>{children}</body>
    </html>
  );
}
