#include <microhttpd.h>

// Swift cannot call C functions with variable arguments, so such calls are made here: one thread of the library's own,
// at most `connections` of them, none idle for more than 30 seconds. The percent-encoded path is kept as it is, since an
// encoded slash is not a slash.
static size_t dossier_keep_encoded(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  size_t length = 0;
  while (text[length]) length++;
  return length;
}

static inline struct MHD_Daemon *dossier_start_daemon(int socket, unsigned connections, MHD_AccessHandlerCallback answer,
                                                      MHD_RequestCompletedCallback completed, void *context) {
  return MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_AUTO | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
    answer, context, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT, connections,
    MHD_OPTION_CONNECTION_TIMEOUT, 30u, MHD_OPTION_NOTIFY_COMPLETED, completed, context,
    MHD_OPTION_UNESCAPE_CALLBACK, dossier_keep_encoded, NULL, MHD_OPTION_END);
}
