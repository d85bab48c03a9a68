/*
 * Names of the net: URL, e-mail, host.
 *
 * A host needs a last label that is a top-level domain in use in Indonesian news
 * and written like one: "detik.com", "KOMPAS.com", "KONTAN.CO.ID".  "ujarnya.Di"
 * and "kata dia.TV" are the end of one sentence and the start of the next.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token_part.h"

/* Looking ahead ends here, so that no text takes longer than its length. */
#define NET_MAX 256

static const char top_level[][8] = {
	"ai", "app", "asia", "au", "biz", "blog", "cc", "ch", "cn", "co", "com", "de", "dev", "edu", "eu", "fr", "gov", "id", "info",
	"int", "io", "it", "jp", "kr", "link", "live", "me", "mil", "mobi", "my", "net", "news", "nl", "online", "org", "ph", "ru",
	"sg", "site", "store", "tech", "th", "tk", "top", "tv", "tw", "uk", "us", "vn", "web", "website", "xyz"
};

static bool
is_host_byte(char c)
{
	return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

static bool
is_top_level(const char *at, const char *end)
{
	char		low[8] = "";
	size_t		n = (size_t) (end - at);

	if (n < 2 || n >= sizeof(low))
		return false;
	for (size_t i = 0; i < n; i++)
		low[i] = (char) (at[i] | 0x20);
	for (size_t i = 0; i < sizeof(top_level) / sizeof(top_level[0]); i++)
		if (memcmp(low, top_level[i], sizeof(low)) == 0)
			return true;
	return false;
}

/*
 * Are the labels at..end, the last one from last on, written like a host?  Small
 * letters at the end: yes.  Capitals: when all of it is in capitals.  "Com" and
 * "Id" with one capital only behind a label that has one too.
 */
static bool
host_case(const char *at, const char *last, const char *end)
{
	bool		small = false;

	if (*last >= 'a')
		return true;
	for (const char *p = at; p < last; p++)
		small |= *p >= 'a' && *p <= 'z';
	if (end - last > 1 && last[1] < 'a')
		return !small;
	return *at < 'a' && end - last == 3;
}

/* The end of the host at at, or NULL. */
static const char *
host_end(const char *at, const char *stop)
{
	const char *label = at;
	const char *found = NULL;
	const char *p;

	if (stop - at > NET_MAX)
		stop = at + NET_MAX;
	for (;;)
	{
		for (p = label; p < stop && is_host_byte(*p); p++)
			;
		if (p == label || *label == '-')
			return found;
		/* "itu.CNNIndonesia.com": a sentence ends before the host */
		if (label > at && label[-2] >= 'a' && *label >= 'A' && *label <= 'Z' && p < stop && *p == '.')
			return found;
		if (label > at && host_case(at, label, p) && is_top_level(label, p))
			found = p;
		else if (found && !(p < stop && *p == '.'))
			return found;
		if (p + 1 >= stop || *p != '.')
			return found;
		label = p + 1;
	}
}

/* The end of the URL at..end without a sentence glued to it: "a.id/b.Selain". */
static const char *
before_sentence(const char *at, const char *end)
{
	const char *p = end;

	while (p > at && p[-1] >= 'a' && p[-1] <= 'z')
		p--;
	if (p - at < 2 || end - p < 2 || p[-1] < 'A' || p[-1] > 'Z' || p[-2] != '.')
		return end;
	p -= 2;
	return p;
}

/* The end of a URL that is known to begin before p: up to a blank or quotation mark. */
static const char *
url_end(const char *p, const char *stop)
{
	const char *at = p;
	int			open = 0;

	for (;;)
	{
		Unit		u = unit_at(p, stop);

		if (u.class == CHAR_BLANK || u.class == CHAR_NEWLINE || u.class == CHAR_QUOTE || u.class == CHAR_HIDDEN ||
			(u.class == CHAR_OTHER && (u.c == '<' || u.c == '>' || u.c >= 0x80)) || u.c == ']' || u.c == 0x2026)
			break;
		open += u.c == '(';
		if (u.c == ')' && --open < 0)
			break;
		p += u.len;
	}
	while (strchr(".,;:!?'*)", p[-1]))
		p--;
	return before_sentence(at, p);
}

static bool
starts(const char *at, const char *stop, const char *word)
{
	size_t		n = strlen(word);

	if ((size_t) (stop - at) < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if ((at[i] >= 'A' && at[i] <= 'Z' ? at[i] + 0x20 : at[i]) != word[i])
			return false;
	return true;
}

/* The end of an e-mail address at at, or NULL. */
static const char *
email_end(const char *at, const char *stop)
{
	const char *p = at;

	while (p < stop && p - at < 64 && (is_host_byte(*p) || *p == '.' || *p == '_' || *p == '+' || *p == '%'))
		p++;
	if (p >= stop || *p != '@' || p[-1] == '.')
		return NULL;
	return host_end(p + 1, stop);
}

/* Behind a host written with capitals a name follows: "KOMPAS.com/Budi Santoso". */
static bool
is_credit(const char *at, const char *end)
{
	if (end[1] < 'A' || end[1] > 'Z')
		return false;
	for (; at < end; at++)
		if (*at >= 'A' && *at <= 'Z')
			return true;
	return false;
}

/* Is there reason to look for a name of the net behind the letters and digits at p? */
bool
part_net(Part *part)
{
	const char *p = part->at;
	const char *end;

	while (p < part->stop && p - part->at < 64 && is_host_byte(*p))
		p++;
	if (p == part->stop || !strchr(".:@_+", *p) || *p == '\0')
		return false;
	if (starts(part->at, part->stop, "http://") || starts(part->at, part->stop, "https://") ||
		(starts(part->at, part->stop, "www.") && p + 1 < part->stop && is_host_byte(p[1])))
	{
		part_take(part, url_end(p + 1, part->stop), TOKEN_URL);
		return true;
	}
	end = email_end(part->at, part->stop);
	if (end)
	{
		part_take(part, end, TOKEN_EMAIL);
		return true;
	}
	end = *p == '.' ? host_end(part->at, part->stop) : NULL;
	if (!end)
		return false;
	if (end + 1 < part->stop && *end == '/' && (is_host_byte(end[1]) || strchr("@?#_", end[1])) && end[1] &&
		!is_credit(part->at, end))
		part_take(part, url_end(end + 1, part->stop), TOKEN_URL);
	else
		part_take(part, end, TOKEN_HOST);
	return true;
}
