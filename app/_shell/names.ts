/** Cookie whose value opens the echo of a refused form in this browser. */
export const ECHO_COOKIE = "portal-echo";
/** Cookie that binds a sign-in code to the browser that asked for it. */
export const LOGIN_COOKIE = "portal-login";
/** Cookie by which the tries of a browser that has signed in before are counted apart from those of strangers. */
export const KNOWN_COOKIE = "portal-known";
/** Names the request between the front door and the page; set by the front door, whatever a client sends. */
export const REQUEST_HEADER = "x-portal-request";
/** Set by the front door, which overwrites whatever a client sends under this name. */
export const PATH_HEADER = "x-portal-path";
/** The network address that a request came from, as the front door saw it; for limits per network. */
export const ADDRESS_HEADER = "x-portal-address";
