import { nextAuthRoute } from "@/lib/auth/next-auth";

export const dynamic = "force-dynamic";
export { nextAuthRoute as GET, nextAuthRoute as POST };
