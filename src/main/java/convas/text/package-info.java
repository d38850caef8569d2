/** Words for users: the one place that turns a key and its arguments into a sentence in English or Simplified Chinese. */
package convas.text;
