#!/bin/sh
# With /run/forecourt-test-exit it ends at once with the code in it, to see what the kiosk makes of it.
if [ -e /run/forecourt-test-exit ]; then exit "$(cat /run/forecourt-test-exit)"; fi
exec /usr/lib/forecourt-stand-in/node /usr/lib/forecourt-stand-in/launch.mjs "$@"
