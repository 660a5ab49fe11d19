# A newer version may have brought the terminal's files to a form that an older one does not know.
if [ "$1" = upgrade ] && dpkg --compare-versions "$2" gt '@VERSION@' && [ -z "${FORECOURT_DOWNGRADE:-}" ]; then
  cat >&2 <<TEXT
Forecourt $2 is installed and is not replaced by the older @VERSION@: what the newer
one has written (starts, payments, records of the desk) may be unreadable to it. Nothing was changed.
How to go back with the data of that time: /usr/share/doc/forecourt/going-back.
TEXT
  exit 1
fi
