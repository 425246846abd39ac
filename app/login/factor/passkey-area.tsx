"use client";

import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { useRef, useState, useSyncExternalStore, type ReactNode } from "react";

const never = () => () => {};

/** What needs a passkey appears only where scripts run and the browser knows passkeys; a sentence stands there otherwise. */
export function PasskeyArea({ needsScript, notHere, children }: { readonly needsScript: string; readonly notHere: string; readonly children: ReactNode }) {
  const hasScript = useSyncExternalStore(never, () => true, () => false);
  if (!hasScript) return <p>{needsScript}</p>;
  return browserSupportsWebAuthn() ? children : <p>{notHere}</p>;
}

type PasskeyButtonProps = { readonly purpose: "register" | "prove"; readonly label: string; readonly broken: string; readonly variant?: "primary" | "secondary" };

/** Asks the device for a passkey's answer and sends the form it stands in with it. */
export function PasskeyButton({ purpose, label, broken, variant = "primary" }: PasskeyButtonProps) {
  const response = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    setBroken(false);
    try {
      const answer = await fetch(`/api/passkeys/${purpose}`, { method: "POST", body: new URLSearchParams() });
      const optionsJSON = await answer.json();
      const proof = purpose === "register" ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
      if (!response.current) return;
      response.current.value = JSON.stringify(proof);
      response.current.form?.submit();
    } catch {
      setBroken(true);
      setBusy(false);
    }
  };
  return (
    <>
      <input type="hidden" name="response" ref={response} />
      <button className={`kern-btn kern-btn--${variant}`} type="button" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : void press())}>
        <span className="kern-label">{label}</span>
      </button>
      <p role="status">{isBroken ? broken : ""}</p>
    </>
  );
}
