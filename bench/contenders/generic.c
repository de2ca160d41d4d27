/*
 * The same algorithm in C: layers of any number and width in flat arrays, plain loops, slopes looked up
 * by the sign. Prints millions a second of processor time.
 *
 *   generic train|evaluate MILLISECONDS 2 8 1
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SAMPLES 65536
#define MOST_LAYERS 16
#define RATE 0.02

static int layers, width[MOST_LAYERS], weights_at[MOST_LAYERS + 1], outputs_at[MOST_LAYERS + 1];
static double *p, *a, *d;
static const double slope[2] = {0.01, 1};
static double points[2 * SAMPLES], labels[SAMPLES];

static unsigned state = 20260101u;

static double uniform(void) {
  state = state * 1664525u + 1013904223u;
  return state / 4294967296.0;
}

static void forward(const double *x) {
  for (int i = 0; i < width[0]; i++) a[i] = x[i];
  for (int l = 1; l < layers; l++) {
    int inputs = width[l - 1], outputs = width[l];
    const double *from = a + outputs_at[l - 1], *w = p + weights_at[l], *b = w + inputs * outputs;
    double *to = a + outputs_at[l];
    for (int j = 0; j < outputs; j++, w += inputs) {
      double z = b[j];
      for (int i = 0; i < inputs; i++) z += w[i] * from[i];
      to[j] = z * slope[z > 0];
    }
  }
}

static void train(const double *x, double target) {
  forward(x);
  int last = layers - 1;
  double prediction = a[outputs_at[last]];
  d[outputs_at[last]] = (prediction - target) * slope[prediction > 0];
  for (int l = last; l > 0; l--) {
    int inputs = width[l - 1], outputs = width[l];
    const double *from = a + outputs_at[l - 1], *delta = d + outputs_at[l];
    double *below = d + outputs_at[l - 1], *w = p + weights_at[l], *b = w + inputs * outputs;
    if (l > 1) {
      for (int i = 0; i < inputs; i++) below[i] = 0;
      for (int j = 0; j < outputs; j++)
        for (int i = 0; i < inputs; i++) below[i] += delta[j] * w[j * inputs + i];
      for (int i = 0; i < inputs; i++) below[i] *= slope[from[i] > 0];
    }
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) w[j * inputs + i] -= RATE * (delta[j] * from[i]);
      b[j] -= RATE * delta[j];
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 5 || argc - 3 > MOST_LAYERS) return 2;
  int training = strcmp(argv[1], "train") == 0;
  double seconds = atof(argv[2]) / 1000;
  layers = argc - 3;
  for (int l = 0; l < layers; l++) width[l] = atoi(argv[l + 3]);
  for (int l = 1; l < layers; l++) {
    weights_at[l + 1] = weights_at[l] + width[l] * (width[l - 1] + 1);
    outputs_at[l] = outputs_at[l - 1] + width[l - 1];
  }
  int neurons = outputs_at[layers - 1] + width[layers - 1];
  p = calloc(weights_at[layers], sizeof *p);
  a = calloc(neurons, sizeof *a);
  d = calloc(neurons, sizeof *d);
  for (int l = 1; l < layers; l++)
    for (int k = 0; k < width[l] * width[l - 1]; k++) {
      double sum = -6;
      for (int n = 0; n < 12; n++) sum += uniform();
      p[weights_at[l] + k] = sqrt(2.0 / width[l - 1]) * sum;
    }
  for (int k = 0; k < SAMPLES; k++) {
    double x = points[2 * k] = 2 * uniform() - 1, y = points[2 * k + 1] = 2 * uniform() - 1;
    labels[k] = sqrt(x * x + y * y) < 0.5;
  }
  volatile double sink = 0;
  long done = 0;
  clock_t begin = clock(), end = begin + (clock_t)(seconds * CLOCKS_PER_SEC);
  do {
    for (int n = 0; n < 1024; n++) {
      int k = (done + n) % SAMPLES;
      if (training) train(points + 2 * k, labels[k]);
      else {
        forward(points + 2 * k);
        sink += a[neurons - 1];
      }
    }
    done += 1024;
  } while (clock() < end);
  printf("%.9g\n", done / ((double)(clock() - begin) / CLOCKS_PER_SEC) / 1e6);
  return 0;
}
